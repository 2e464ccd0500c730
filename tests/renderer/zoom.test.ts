import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FITTED, panBy, type Stage, type Zoom, zoomBy } from '../../renderer/article/zoom';

const SIZES: Stage = { stage: { width: 1000, height: 600 }, picture: { width: 800, height: 600 } };
const MIDDLE = { x: 0, y: 0 };

describe('a picture that is zoomed', () => {
  it('keeps in its place what is pointed at', () => {
    const zoom = zoomBy(FITTED, 2, { x: 100, y: -50 }, SIZES);
    // The point at (100, -50) was 100 right of the middle; twice as large it is 200 right of the picture's middle.
    expect(zoom).toEqual({ scale: 2, x: -100, y: 50 });
    expect(zoomBy(zoom, 0.5, { x: 100, y: -50 }, SIZES)).toEqual(FITTED);
  });

  it('is moved to its edge and no further, and not at all where it fits', () => {
    expect(panBy(FITTED, { x: 300, y: -300 }, SIZES)).toEqual(FITTED);
    const large = zoomBy(FITTED, 2, MIDDLE, SIZES);
    expect(panBy(large, { x: 5_000, y: -5_000 }, SIZES)).toEqual({ scale: 2, x: 300, y: -300 });
  });

  it('never shows an empty edge, whatever is done to it', () => {
    const number = fc.double({ min: -3_000, max: 3_000, noNaN: true });
    const act = fc.record({ x: number, y: number, factor: fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })) });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const done = acts.reduce<Zoom>(
          (zoom, { x, y, factor }) =>
            factor === null ? panBy(zoom, { x, y }, SIZES) : zoomBy(zoom, factor, { x, y }, SIZES),
          FITTED,
        );
        expect(done.scale).toBeGreaterThanOrEqual(1);
        expect(done.scale).toBeLessThanOrEqual(8);
        expect(Math.abs(done.x)).toBeLessThanOrEqual(Math.max(0, (800 * done.scale - 1000) / 2) + 1e-6);
        expect(Math.abs(done.y)).toBeLessThanOrEqual((600 * done.scale - 600) / 2 + 1e-6);
      }),
    );
  });
});
