/** The facts for machines: JSON with its schema, CSV with its dictionary; the same input gives the same bytes. */
package dev.archnotes.data;
