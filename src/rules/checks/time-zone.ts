const known = new Set<string>();

const isKnownToIntl = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    // Intl has no other way to ask.
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Whether a text names a time zone of the IANA database, as `Europe/Brussels` (offsets do not count). */
export const isTimeZone = (text: string): boolean => {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(text)) return false;
  const found = known.has(text) || isKnownToIntl(text);
  // The names that exist are few, those that do not are endless.
  if (found) known.add(text);
  return found;
};
