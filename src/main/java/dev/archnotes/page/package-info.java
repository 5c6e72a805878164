/** The pages of the site as typed values, computed before anything is rendered; templates only print them. */
package dev.archnotes.page;
