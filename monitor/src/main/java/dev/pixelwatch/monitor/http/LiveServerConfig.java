package dev.pixelwatch.monitor.http;

import dev.pixelwatch.core.UserError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where the server listens and who may ask it.
 *
 * @param address host name or IP address to listen on
 * @param port 0 for any free one
 * @param orNext whether the next free port will do when this one is taken
 * @param token what callers have to know; must be there on any address but loopback
 */
public record LiveServerConfig(String address, int port, boolean orNext, Optional<String> token) {
  /** The address that only this machine can reach. */
  public static final String LOOPBACK = "127.0.0.1";

  /** The port unless another one is asked for. */
  public static final int PORT = 8080;

  private static final int SHORTEST_TOKEN = 16;

  /**
   * @throws UserError if the address is none, if the port is out of range, or if a token is missing
   *     or too short
   */
  public LiveServerConfig {
    if (port < 0 || port > 65535) {
      throw new UserError("the HTTP port is " + port, "Give 0 to 65535; 0 takes any free port.");
    }
    if (!isLoopback(address) && token.isEmpty()) {
      throw new UserError(
          "the page on " + address + " could be read by everybody who reaches this machine",
          "Give a token with --http-token-file, or leave --http-address out.");
    }
    if (token.isPresent() && token.get().strip().length() < SHORTEST_TOKEN) {
      throw new UserError(
          "the HTTP token is shorter than " + SHORTEST_TOKEN + " characters",
          "Make a longer one, for example with: openssl rand -hex 16");
    }
  }

  /** Listens on loopback only, on this port. */
  public static LiveServerConfig loopback(int port) {
    return new LiveServerConfig(LOOPBACK, port, false, Optional.empty());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new UserError(
          "there is no address " + address + " to listen on",
          "Give an address of this machine, such as 127.0.0.1 or 0.0.0.0.",
          e);
    }
  }
}
