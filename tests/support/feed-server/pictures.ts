import { seededChance } from './chance';
import { type Colour, mix, png } from './png';

const WIDTH = 960;
const HEIGHT = 540;

interface Palette {
  high: Colour;
  low: Colour;
  sun: Colour;
  far: Colour;
  near: Colour;
}

/** The light of a picture; the first word of its name chooses, as in 'rust-date-store'. */
const PALETTES: Record<string, Palette> = {
  gold: { high: 0xe2be88, low: 0xf0d6a8, sun: 0xfff0cd, far: 0xb08052, near: 0x4a4846 },
  sea: { high: 0x5e84a4, low: 0xb2c9d4, sun: 0xfaf0de, far: 0x3a6280, near: 0x1e3242 },
  slate: { high: 0x92a0a6, low: 0xbebac0, sun: 0xf0e8e4, far: 0x6a687c, near: 0x363242 },
  khaki: { high: 0xb0aa96, low: 0xd6ceb6, sun: 0xfaf3dc, far: 0x7e7c60, near: 0x3e402e },
  rust: { high: 0xa0644a, low: 0xd89e74, sun: 0xffdeb8, far: 0x703c2a, near: 0x2e1c18 },
  green: { high: 0x9eb4a0, low: 0xdadebe, sun: 0xfff7d6, far: 0x608058, near: 0x283e30 },
  snow: { high: 0xa4b6c8, low: 0xe4e6e8, sun: 0xfffaf0, far: 0x8e9cae, near: 0xd8dee4 },
  night: { high: 0x181e34, low: 0x544c68, sun: 0xf4ecd6, far: 0x302e48, near: 0x12121c },
};

const rendered = new Map<string, Buffer>();

/** An invented landscape of 960 x 540 as PNG: sky, sun and three ridges of dunes, always the same for the same name. */
export function picture(name: string): Buffer {
  const known = rendered.get(name);
  if (known) return known;
  const drawn = landscape(name);
  rendered.set(name, drawn);
  return drawn;
}

function landscape(name: string): Buffer {
  const chance = seededChance(name);
  const { high, low, sun, far, near } = paletteOf(name, chance());
  const horizon = HEIGHT * (0.46 + chance() * 0.12);
  const disc = { x: WIDTH * (0.2 + chance() * 0.6), y: horizon * (0.45 + chance() * 0.4), radius: 26 + chance() * 26 };
  const ridges = [0, 0.45, 1].map((depth) => ({
    shade: mix(far, near, depth),
    height: ridge(horizon + depth * HEIGHT * 0.3, 16 + depth * 34, chance),
  }));
  return png(WIDTH, HEIGHT, (x, y) => {
    const dune = ridges.findLast(({ height }) => y >= (height[x] ?? HEIGHT));
    // Lower down a slope there is less light on it.
    if (dune) return mix(dune.shade, near, Math.min(0.6, (y - (dune.height[x] ?? y)) / HEIGHT));
    const sky = mix(high, low, y / horizon);
    const distance = Math.hypot(x - disc.x, y - disc.y) - disc.radius;
    return distance <= 0 ? sun : mix(sun, sky, 1 - 0.55 * Math.max(0, 1 - distance / 300) ** 2);
  });
}

function paletteOf(name: string, chance: number): Palette {
  const [word = ''] = name.split('-');
  const all = Object.values(PALETTES);
  const chosen = PALETTES[word] ?? all[Math.floor(chance * all.length)];
  if (!chosen) throw new Error('There is no palette');
  return chosen;
}

/** For each column, where the ridge begins: three waves laid over each other. */
function ridge(base: number, swell: number, chance: () => number): number[] {
  const waves = [1, 2.3, 5.1].map((pace) => ({
    pace: pace * (0.7 + chance() * 0.6),
    phase: chance() * 6.28,
    size: swell / pace,
  }));
  return Array.from({ length: WIDTH }, (_, x) =>
    waves.reduce((sum, { pace, phase, size }) => sum + Math.sin((x / WIDTH) * 6.28 * pace + phase) * size, base),
  );
}
