package dev.pixelwatch.monitor;

import dev.pixelwatch.core.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. The broker does not tell which port it took, so it is chosen first. */
final class LocalPorts {
  private LocalPorts() {}

  /** The wanted port if it is free, or any free one for 0. */
  static int choose(int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted));
      return socket.getLocalPort();
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "port " + wanted + " on 127.0.0.1 cannot be used: " + e.getMessage(),
          "Choose another port, or stop the program that has it.",
          e);
    }
  }

  /** Any free port but this one. */
  static int chooseOtherThan(int taken) {
    int port = choose(0);
    while (port == taken) {
      port = choose(0);
    }
    return port;
  }
}
