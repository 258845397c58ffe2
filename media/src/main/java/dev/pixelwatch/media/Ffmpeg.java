package dev.pixelwatch.media;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import dev.pixelwatch.core.UserError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** What every call of FFmpeg needs: silence on stderr, error codes in words, options. */
final class Ffmpeg {
  static {
    // JavaCPP refuses memory once the whole process holds four times the Java heap. A process that
    // also holds a network is larger than that, and its size says nothing about FFmpeg.
    if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }
    // FFmpeg writes to stderr by default; what the user must know comes from our own messages.
    av_log_set_level(AV_LOG_QUIET);
  }

  private Ffmpeg() {}

  /**
   * Makes cameras and graphs of filters (lavfi) known, which are devices to FFmpeg.
   *
   * @throws UserError if the system lacks a library that the devices of FFmpeg need
   */
  static void loadDevices() {
    try {
      avdevice_register_all();
    } catch (LinkageError e) {
      throw new UserError(
          "cameras and filter graphs cannot be opened here: " + e.getMessage(),
          "Install the system's libdrm2, libxcb1, libxcb-shm0, libasound2 and libpulse0.",
          e);
    }
  }

  /** Loads the native libraries and silences them. */
  static void load() {
    // The static initialiser does the work.
  }

  /**
   * @return the code, if it is not an error
   * @throws IllegalStateException with FFmpeg's own words, if it is
   */
  static int check(int code, String what) {
    if (code < 0) {
      throw new IllegalStateException("cannot " + what + ": " + inWords(code));
    }
    return code;
  }

  /** The pointer, if memory could be had for it. */
  static <T extends org.bytedeco.javacpp.Pointer> T allocated(T pointer) {
    if (pointer == null || pointer.isNull()) {
      throw new OutOfMemoryError("FFmpeg cannot get native memory");
    }
    return pointer;
  }

  /** FFmpeg's description of an error code. */
  static String inWords(int code) {
    byte[] text = new byte[256];
    av_strerror(code, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  /** Calls with the options as a dictionary, which is freed afterwards. */
  static int withOptions(Map<String, String> options, ToIntFunction<AVDictionary> call) {
    return withOptions(options, call, unknown -> {});
  }

  /**
   * As {@link #withOptions(Map, ToIntFunction)}; after a call that succeeded, the names of options
   * that nothing has taken are told, separated by commas.
   */
  static int withOptions(
      Map<String, String> options, ToIntFunction<AVDictionary> call, Consumer<String> unknown) {
    AVDictionary dictionary = new AVDictionary(null);
    try {
      options.forEach(
          (name, value) ->
              check(av_dict_set(dictionary, name, value, 0), "set the option " + name));
      int code = call.applyAsInt(dictionary);
      if (code >= 0 && av_dict_count(dictionary) > 0) {
        unknown.accept(names(dictionary));
      }
      return code;
    } finally {
      av_dict_free(dictionary);
    }
  }

  private static String names(AVDictionary dictionary) {
    List<String> names = new ArrayList<>();
    AVDictionaryEntry entry = av_dict_iterate(dictionary, null);
    while (entry != null) {
      names.add(entry.key().getString());
      entry = av_dict_iterate(dictionary, entry);
    }
    return String.join(", ", names);
  }
}
