import { type Colour, mix, png } from './png';

/** By paper: a pen's ways over a square of 10 by 10, from the top left; a way of one point is a dot. */
const MONOGRAMS: Record<string, string> = {
  'border-post':
    '3.5,2.5 3.5,7.5 | 3.5,2.5 5.5,2.5 6.4,3.2 6.2,4.4 5.4,4.8 3.5,4.8 | 5.4,4.8 6.6,5.5 6.7,6.6 5.7,7.5 3.5,7.5',
  'makran-daily': '2.8,7.5 2.8,2.5 5,5.8 7.2,2.5 7.2,7.5',
  'quetta-observer': '5,2.4 6.6,3 7.4,5 6.6,7 5,7.6 3.4,7 2.6,5 3.4,3 5,2.4 | 5.6,6 7.4,8',
  khavaran: '3.6,4.3 5,3.7 6.8,4.4 4.4,4.9 3.4,6.2 4,7.6 5.6,8.1 7,7.8 | 5.2,2.1',
  'peyk-sistan': '7.4,4 7.4,5.4 2.6,5.4 2.6,4.2 | 4,7 | 6,7 | 5,8.3',
  'rig-e-rawan': '6,3.6 6.4,5.4 5.4,7 3.6,7.6',
  'sada-al-wahat': '2.4,5.4 2.2,6.8 3.4,7.4 4.4,6.4 4.6,5.2 5.2,6.2 6.6,6.2 8,5.4 7,4.2 5.2,6.2',
  'da-ghrono-ghag': '4.4,3.2 6.4,4.6 6.6,6.2 5.6,6.8 3.4,6.8',
  'dos-orillas': '3.6,2.5 3.6,7.5 6.8,7.5',
  shanguan: '5,2.4 5,7.2 | 2.6,4.4 2.6,7.2 7.4,7.2 7.4,4.4',
  'registan-patra': '2.4,2.8 7.6,2.8 | 4,2.8 5.8,3.4 5.8,4.6 4.2,5.2 6.4,8',
  'dogu-yaylasi': '3.4,2.5 3.4,7.5 5,7.5 6.6,6.6 7,5 6.6,3.4 5,2.5 3.4,2.5',
  'kaspiyskiy-trakt': '3.4,2.5 3.4,7.5 | 6.8,2.5 3.6,5 6.8,7.5',
  'piste-des-oasis': '3.6,7.5 3.6,2.5 5.6,2.5 6.6,3.2 6.6,4.4 5.6,5.1 3.6,5.1',
};

type Point = readonly [number, number];
type Stroke = readonly Point[];

const SIZE = 64;
const PEN = 0.62;
const WHITE: Colour = 0xffffff;

/** A paper's icon of 64 x 64 as PNG: its first letter in white on its colour. */
export function monogram(paperId: string, colour: string): Buffer {
  const strokes = strokesOf(MONOGRAMS[paperId] ?? '');
  const ground = Number.parseInt(colour.slice(1), 16);
  const scale = 10 / SIZE;
  return png(SIZE, SIZE, (x, y) => {
    const point: Point = [(x + 0.5) * scale, (y + 0.5) * scale];
    const nearest = Math.min(...strokes.map((stroke) => distance(point, stroke)));
    // Half a pixel of grey on each side of the line's edge keeps it smooth.
    return mix(ground, WHITE, Math.min(1, Math.max(0, (PEN - nearest) / scale + 0.5)));
  });
}

function strokesOf(letter: string): Stroke[] {
  return letter.split(' | ').map((way) => way.split(' ').map(pointOf));
}

function pointOf(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return [x, y];
}

function distance(point: Point, stroke: Stroke): number {
  return Math.min(...stroke.map((end, index) => toSegment(point, stroke[index - 1] ?? end, end)));
}

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
