/** A camera stage that misbehaves in known ways at known times, to see whether it is noticed. */
package dev.pixelwatch.tools.demo;
