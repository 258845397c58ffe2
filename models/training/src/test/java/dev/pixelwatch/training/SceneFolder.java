package dev.pixelwatch.training;

import dev.pixelwatch.core.Colour;
import dev.pixelwatch.core.ImageFiles;
import dev.pixelwatch.core.scene.MovingScene;
import java.nio.file.Path;

/** Folders of painted pictures, in the place of photographs. */
public final class SceneFolder {
  private SceneFolder() {}

  /** Writes {@code count} pictures of the given size as PNG. */
  public static Path fill(Path folder, int count, int width, int height) {
    for (int i = 0; i < count; i++) {
      MovingScene scene = new MovingScene(width, height, i);
      ImageFiles.writePng(
          ImageFiles.toBufferedImage(Colour.toRgb(scene.frame(10L * i))),
          folder.resolve("scene%02d.png".formatted(i)));
    }
    return folder;
  }
}
