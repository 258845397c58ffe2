package dev.pixelwatch.tools.command;

import dev.pixelwatch.monitor.http.LiveServer;
import dev.pixelwatch.tools.console.Interruption;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Keeps the live page open after the work is done. */
final class OpenPage {
  private static final long LOOK_MS = 100;

  private OpenPage() {}

  /** Says so, and returns at Ctrl-C. */
  static void untilInterrupted(LiveServer page, PrintWriter err) {
    err.println("The live page stays open: " + page.url() + " (Ctrl-C ends it)");
    err.flush();
    try (Interruption interruption = new Interruption(() -> {})) {
      while (!interruption.getAsBoolean()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
