/** Reads the notes folder: files into typed content, with a finding for everything that is wrong in them. */
package dev.archnotes.read;
