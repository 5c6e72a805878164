/** Values as JSON text. */
package dev.archnotes.json;
