package dev.pixelwatch.runtime;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import dev.pixelwatch.core.Assessment;
import dev.pixelwatch.core.DistortionMap;
import dev.pixelwatch.core.Picture;

/** One thread's way into a shared ONNX Runtime session. */
final class OnnxAssessor implements Assessor {
  /** Points of a score in one unit of the network's answer. */
  static final double POINTS = 100;

  private final NDManager manager;
  private final Predictor<NDList, NDList> predictor;
  private final InputPlanes planes = new InputPlanes();

  OnnxAssessor(Model model) {
    this.manager = model.getNDManager().newSubManager();
    this.predictor = model.newPredictor(new NoopTranslator());
  }

  @Override
  public Assessment assess(Picture reference, Picture processed) {
    planes.fill(reference, processed);
    try (NDManager scope = manager.newSubManager()) {
      NDList output = predictor.predict(input(scope));
      output.attach(scope);
      NDArray map = output.get(0);
      int rows = (int) map.getShape().get(2);
      int columns = (int) map.getShape().get(3);
      return new Assessment(
          new DistortionMap(rows, columns, map.toFloatArray()),
          POINTS * output.get(1).toFloatArray()[0]);
    } catch (TranslateException e) {
      throw new IllegalStateException("ONNX Runtime failed on a pair of frames", e);
    }
  }

  private NDList input(NDManager scope) {
    int h = planes.paddedHeight();
    int w = planes.paddedWidth();
    return new NDList(
        scope.create(planes.luma(), new Shape(2, 1, h, w), DataType.UINT8),
        scope.create(planes.chroma(), new Shape(2, 2, h / 2, w / 2), DataType.UINT8));
  }

  @Override
  public void close() {
    predictor.close();
    manager.close();
  }
}
