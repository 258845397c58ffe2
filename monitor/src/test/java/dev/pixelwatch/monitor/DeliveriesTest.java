package dev.pixelwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InterruptException;
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
  void aFailureOfTheLastDeliveryEndsTheWaitAtOnce() {
    Deliveries deliveries = new Deliveries(60_000);
    deliveries.begin();
    deliveries.begin();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> deliveries.await(failure));
    failure.set(new IOException("gone"));
    deliveries.end();

    assertThat(waiting.join()).isTrue();
  }

  @Test
  void anInterruptionEndsTheWait() {
    Deliveries deliveries = new Deliveries(60_000);
    deliveries.begin();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> deliveries.await(failure)).isInstanceOf(InterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void deliveriesOfManyThreadsAreAllCounted() {
    Deliveries deliveries = new Deliveries(60_000);
    IntStream.range(0, 10_000).parallel().forEach(i -> deliveries.begin());
    IntStream.range(0, 9_999).parallel().forEach(i -> deliveries.end());
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> deliveries.await(failure));
    assertThat(waiting).isNotDone();
    deliveries.end();

    assertThat(waiting.join()).isTrue();
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
