package dev.pixelwatch.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pixelwatch.core.DistortionType;
import dev.pixelwatch.core.MapPalette;
import dev.pixelwatch.schemas.DistortionMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class ImagesTest {
  @Test
  void aMapHasOnePixelACellInTheColourOfItsDirection() throws IOException {
    DistortionMap map =
        new DistortionMap(
            "camera",
            "isp",
            "1",
            0L,
            0L,
            1,
            3,
            List.of("noise", "blur"),
            ByteBuffer.wrap(new byte[] {127, 127, 127, (byte) 254, 127, 0}));

    BufferedImage image = read(Images.png(map, DistortionType.BLUR));

    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(1);
    assertThat(image.getRGB(0, 0)).isEqualTo(MapPalette.argb(1));
    assertThat(image.getRGB(1, 0) >>> 24).isZero();
    assertThat(image.getRGB(2, 0)).isEqualTo(MapPalette.argb(-1));
  }

  @Test
  void aTypeThatTheMapLacksIsTransparent() throws IOException {
    DistortionMap map =
        new DistortionMap(
            "camera", "isp", "1", 0L, 0L, 1, 1, List.of("noise"), ByteBuffer.wrap(new byte[] {0}));

    BufferedImage image = read(Images.png(map, DistortionType.TINT));

    assertThat(image.getRGB(0, 0) >>> 24).isZero();
  }

  @Test
  void aJpegLooksLikeThePictureItCameFrom() throws IOException {
    BufferedImage picture = ScreenPicture.of(Records.street(0), 1920);

    BufferedImage shown = read(Images.jpeg(picture));

    double sum = 0;
    for (int y = 0; y < Records.HEIGHT; y++) {
      for (int x = 0; x < Records.WIDTH; x++) {
        sum += Math.abs((picture.getRGB(x, y) >> 8 & 0xff) - (shown.getRGB(x, y) >> 8 & 0xff));
      }
    }
    assertThat(sum / (Records.WIDTH * Records.HEIGHT)).isLessThan(4);
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }
}
