package dev.pixelwatch.training.evaluation;

/** The table of agreement with people: a row for each measure, a column for each type. */
final class HumanTable {
  private HumanTable() {}

  static void write(MarkdownText text, HumanAgreement human) {
    text.line("");
    text.line(
        "Agreement with people: Spearman's rank correlation with the human scores of %d pairs (1 is"
            + " full agreement). The network never saw these scores.",
        human.points().size());
    text.line("");
    StringBuilder head = new StringBuilder("| measure | all |");
    StringBuilder rule = new StringBuilder("|---|---|");
    if (human.hasTypes()) {
      human
          .pairs()
          .forEach(
              (type, count) -> {
                head.append(" %s (%d) |".formatted(type, count));
                rule.append("---|");
              });
    }
    text.line("%s", head);
    text.line("%s", rule);
    human.measures().forEach(measure -> text.line("%s", row(human, measure)));
  }

  private static String row(HumanAgreement human, HumanAgreement.Measure measure) {
    StringBuilder row =
        new StringBuilder(
            "| %s | %s |".formatted(name(measure), MarkdownText.figure(measure.all())));
    if (human.hasTypes()) {
      measure
          .byType()
          .values()
          .forEach(srcc -> row.append(" %s |".formatted(MarkdownText.figure(srcc))));
    }
    return row.toString();
  }

  private static String name(HumanAgreement.Measure measure) {
    return measure.id().equals(HumanAgreement.NETWORK)
        ? "Pixelwatch " + measure.label()
        : measure.label();
  }
}
