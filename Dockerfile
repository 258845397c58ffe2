# The command line in a small image: a Java of only the modules that are needed, and no root.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -T 1 -Dlauncher -Dmaven.test.skip -pl tools -am package \
      dependency:copy-dependencies -DincludeScope=runtime \
 && mkdir -p /opt/pixelwatch/lib \
 && cp tools/target/dependency/*.jar tools/target/pixelwatch-tools-*.jar /opt/pixelwatch/lib/
RUN jlink --output /opt/java --strip-debug --no-man-pages --no-header-files --compress=2 \
      --add-modules "$(paste -sd, tools/bundle/modules)"

FROM debian:12.12-slim
# What FFmpeg's devices link to.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libasound2 libpulse0 libstdc++6 libudev1 libxcb1 libxcb-shm0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /var/lib/pixelwatch --create-home pixelwatch
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/pixelwatch /opt/pixelwatch
ENV MALLOC_ARENA_MAX=2 OPT_OUT_TRACKING=true DJL_OFFLINE=true ORT_DISABLE_TELEMETRY=1 \
    JDK_JAVA_OPTIONS="-Xms640m -Xmx640m -Xmn320m -XX:-UseAdaptiveSizePolicy -XX:SurvivorRatio=6 -XX:MaxDirectMemorySize=256m -XX:+UseParallelGC -XX:TieredStopAtLevel=1"
USER pixelwatch
WORKDIR /var/lib/pixelwatch
VOLUME /var/lib/pixelwatch
EXPOSE 8080
# Ready means that frames can be scored. The shell's own TCP does, so that the image needs no client.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/java/bin/java", "-cp", "/opt/pixelwatch/lib/*", "dev.pixelwatch.tools.Main"]
CMD ["--help"]
