import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometryOf, partsOf, rowAt, scrolledTo, topOf, topWithin } from '../../renderer/article-list/row-geometry';

const SIZES = { rowHeight: 100, heading: 30 };

describe('where rows stand', () => {
  it('one below the other, those of a day below its heading', () => {
    const geometry = geometryOf(
      5,
      [2, 3].map((count, n) => ({ day: n, count })),
      SIZES,
    );
    expect([0, 1, 2, 3, 4].map((row) => topOf(geometry, row))).toEqual([30, 130, 260, 360, 460]);
    expect(geometry.height).toBe(560);
  });

  it('without days there are no headings, and an empty list has no height', () => {
    expect(topOf(geometryOf(3, undefined, SIZES), 2)).toBe(200);
    expect(geometryOf(0, [], SIZES)).toMatchObject({ sections: [], height: 0 });
  });

  it('a row is brought into sight from below the heading to the lower edge, and left where it is in sight', () => {
    const geometry = geometryOf(20, [{ day: 0, count: 20 }], SIZES);
    expect(scrolledTo(geometry, 5, { top: 900, height: 400 })).toBe(500);
    expect(scrolledTo(geometry, 15, { top: 0, height: 400 })).toBe(1_230);
    expect(scrolledTo(geometry, 2, { top: 100, height: 400 })).toBe(100);
  });

  it('each row is found where it stands, and every section has its own', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counts, fc.boolean(), fc.nat(), (days, isGrouped, any) => {
        const total = days.reduce((sum, count) => sum + count, 0);
        const geometry = geometryOf(total, isGrouped ? days.map((count, day) => ({ day, count })) : undefined, SIZES);
        const row = any % total;
        expect(rowAt(geometry, topOf(geometry, row))).toBe(row);
        expect(rowAt(geometry, topOf(geometry, row) + SIZES.rowHeight - 1)).toBe(row);
        const parts = partsOf(
          geometry,
          Array.from({ length: total }, (_, n) => n),
        );
        expect(parts.map(({ rows }) => rows.length)).toEqual(isGrouped ? days : [total]);
        for (const { section, rows } of parts) {
          for (const one of rows) expect(section.top + topWithin(geometry, section, one)).toBe(topOf(geometry, one));
        }
      }),
    );
  });
});
