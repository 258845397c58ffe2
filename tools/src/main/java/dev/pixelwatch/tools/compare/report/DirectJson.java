package dev.pixelwatch.tools.compare.report;

import dev.pixelwatch.tools.compare.DirectAgreement;
import dev.pixelwatch.tools.report.JsonNumbers;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code compare.json} about B beside A itself. */
final class DirectJson {
  private static final int DECIMALS = 5;

  private DirectJson() {}

  static void put(ObjectNode node, DirectAgreement direct) {
    node.put("agrees", direct.agrees());
    ObjectNode quantities = node.putObject("quantities");
    for (DirectAgreement.Row row : direct.rows()) {
      ObjectNode one = quantities.putObject(row.quantity().id());
      JsonNumbers.put(one, "direct", row.direct().mean(), DECIMALS);
      JsonNumbers.put(one, "low", row.direct().low(), DECIMALS);
      JsonNumbers.put(one, "high", row.direct().high(), DECIMALS);
      JsonNumbers.put(one, "by_reference", row.byReference().mean(), DECIMALS);
      one.put("agreement", row.agreement().id());
    }
  }
}
