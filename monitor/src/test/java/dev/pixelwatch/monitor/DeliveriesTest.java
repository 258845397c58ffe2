package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  @Test
  void nothingUnderWayIsNotWaitedFor() {
    assertThat(new Deliveries(10_000).await(failure)).isTrue();
  }

  @Test
  void patienceEndsWhenNothingArrives() {
    Deliveries deliveries = new Deliveries(50);
    deliveries.begin();

    assertThat(deliveries.await(failure)).isFalse();
  }

  @Test
  void aFailureEndsTheWait() {
    Deliveries deliveries = new Deliveries(60_000);
    deliveries.begin();
    failure.set(new IOException("gone"));

    assertThat(deliveries.await(failure)).isTrue();
  }

  @Test
  void theWaitEndsWithTheLastDelivery() {
    Deliveries deliveries = new Deliveries(60_000);
    deliveries.begin();
    deliveries.begin();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> deliveries.await(failure));
    deliveries.end();
    assertThat(waiting).isNotDone();
    deliveries.end();

    assertThat(waiting.join()).isTrue();
  }
}
