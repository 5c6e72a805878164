/** What a part of an address says; one that is not text in UTF-8, which anybody can link to, stands for itself. */
export function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
