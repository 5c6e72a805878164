/** What is wrong with the notes, where, and what to write instead; and how an author sees it. */
package dev.archnotes.diagnostic;
