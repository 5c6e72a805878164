/** What a letter behind a number of tokens stands for: a thousand tokens are 1,024, as in the commands. */
export const TOKEN_UNITS = { k: 1024, m: 1024 ** 2 };

/** Units of bytes, in small letters. */
export const BYTE_UNITS = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};
