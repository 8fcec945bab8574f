/** Whether a text names a time zone of the IANA database, as `Europe/Brussels` (offsets do not count). */
export const isTimeZone = (text: string): boolean => {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch (error) {
    // Intl has no other way to ask.
    if (error instanceof RangeError) return false;
    throw error;
  }
};
