/** How often the detectors cry wolf and how soon they find a change, on score noise as measured. */
package dev.pixelwatch.tools.bench.detectors;
