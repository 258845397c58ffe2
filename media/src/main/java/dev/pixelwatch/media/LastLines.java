package dev.pixelwatch.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a program says on its error stream: logged, and the last line kept for messages. */
final class LastLines implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LastLines.class);
  private static final int LONGEST = 300;
  private static final long LAST_WORDS_MS = 500;

  private final InputStream stream;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile String last;

  LastLines(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public void run() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.info("{}", line);
        if (!line.isBlank()) {
          last = line.strip().substring(0, Math.min(LONGEST, line.strip().length()));
        }
      }
    } catch (IOException e) {
      // The program has ended.
    } finally {
      ended.countDown();
    }
  }

  /** The last line that says something. Of a program that is ending it waits for the last one. */
  Optional<String> last() {
    try {
      if (!ended.await(LAST_WORDS_MS, TimeUnit.MILLISECONDS)) {
        LOG.debug("The program goes on talking");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(last);
  }
}
