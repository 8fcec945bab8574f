export type Place = { latitude: number; longitude: number };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const [LATITUDE, LONGITUDE] = [radians(52), radians(10)];

/**
 * Lambert's azimuthal equal-area projection about 52° N, 10° E, the centre of Europe's own grid
 * (ETRS89-LAEA), on a sphere of radius 1: x to the east, y to the north.
 */
export const project = ({ latitude, longitude }: Place): { x: number; y: number } => {
  const [phi, lambda] = [radians(latitude), radians(longitude) - LONGITUDE];
  const k = Math.sqrt(
    2 /
      (1 +
        Math.sin(LATITUDE) * Math.sin(phi) +
        Math.cos(LATITUDE) * Math.cos(phi) * Math.cos(lambda)),
  );
  return {
    x: k * Math.cos(phi) * Math.sin(lambda),
    y:
      k *
      (Math.cos(LATITUDE) * Math.sin(phi) - Math.sin(LATITUDE) * Math.cos(phi) * Math.cos(lambda)),
  };
};

/** Whether a place is on the map of Europe's mainland and the islands near it. */
export const isNear = ({ latitude, longitude }: Place): boolean =>
  latitude > 34 && latitude < 72 && longitude > -25 && longitude < 40;
