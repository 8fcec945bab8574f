import type { RankingRow } from '../../../shared/contracts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const [LABEL, WIDTH, LINE, TOP] = [230, 420, 22, 56];

export type ChartTexts = { title: string; note: string; missing: string };

/**
 * The league table as a picture: a line per unit from the low to the high end of its rank range,
 * a dot at its rank, the figures beside it as text. Black on white: it prints, and nothing hangs
 * on a colour.
 */
export const rankingChart = (rows: readonly RankingRow[], { title, note, missing }: ChartTexts) => {
  const height = TOP + rows.length * LINE + 34;
  const most = Math.max(2, ...rows.map(({ rank }) => rank?.of ?? 0));
  const x = (rank: number) => LABEL + ((rank - 1) / (most - 1)) * WIDTH;
  const lines = rows.map((row, index) => {
    const y = TOP + index * LINE + LINE / 2;
    const label = `<text x="${LABEL - 12}" y="${y + 4}" text-anchor="end">${escaped(row.name)}</text>`;
    const { rank } = row;
    if (!rank) return `${label}<text x="${LABEL}" y="${y + 4}">${escaped(missing)}</text>`;
    const [low, high, own] = [rank.low, rank.high, rank.value].map((at) => x(at).toFixed(1));
    const figures = `${rank.value} (${rank.low}–${rank.high})`;
    return [
      label,
      `<line x1="${low}" x2="${high}" y1="${y}" y2="${y}" stroke="#31537f" stroke-width="6" stroke-linecap="round" opacity="0.45"/>`,
      `<circle cx="${own}" cy="${y}" r="4.5" fill="#12233d"/>`,
      `<text x="${LABEL + WIDTH + 16}" y="${y + 4}">${figures}</text>`,
    ].join('');
  });
  const width = LABEL + WIDTH + 130;
  const summary = rows
    .map(
      ({ name, rank }) => `${name}: ${rank ? `${rank.value} (${rank.low}–${rank.high})` : missing}`,
    )
    .join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="13">`,
    `<title id="title">${escaped(title)}</title><desc id="desc">${escaped(summary)}</desc>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="16" y="26" font-size="17" font-weight="bold">${escaped(title)}</text>`,
    ...lines,
    `<text x="16" y="${height - 12}" font-size="11" fill="#444">${escaped(note)}</text>`,
    '</svg>',
  ].join('\n');
};
