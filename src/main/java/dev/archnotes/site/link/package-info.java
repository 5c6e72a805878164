/**
 * The addresses outside the site that notes cite, and whether they still answer.
 *
 * <p>Takes the notes, and leave to use the network.
 *
 * <p>Gives each address with its places, and what became of it.
 *
 * <p>Never asks an address within the machine's own network, and never asks at all for any other command.
 */
@NullMarked
package dev.archnotes.site.link;

import org.jspecify.annotations.NullMarked;
