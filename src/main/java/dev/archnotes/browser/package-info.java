/** The calculator as a browser runs it: {@code spec}, {@code calc} and the reader of configurations, compiled to JavaScript. */
package dev.archnotes.browser;
