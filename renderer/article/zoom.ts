/** How a picture is looked at: so many times as large as it fits, and moved from the middle by so many pixels. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** What it is moved in, and how large it is there at scale 1. */
export interface Stage {
  stage: Size;
  picture: Size;
}

export interface Point {
  x: number;
  y: number;
}

export const FITTED: Zoom = { scale: 1, x: 0, y: 0 };
const MOST = 8;

/** Zooms by a factor so that what is at a point, counted from the middle, stays there. */
export function zoomBy(zoom: Zoom, factor: number, at: Point, sizes: Stage): Zoom {
  const scale = Math.min(MOST, Math.max(1, zoom.scale * factor));
  const grown = scale / zoom.scale;
  return held({ scale, x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown }, sizes);
}

export const panBy = (zoom: Zoom, by: Point, sizes: Stage): Zoom =>
  held({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, sizes);

/** Never so far that there is an empty edge where there is picture beyond the other one. */
function held({ scale, x, y }: Zoom, { stage, picture }: Stage): Zoom {
  const within = (value: number, room: number, size: number): number => {
    const most = Math.max(0, (size * scale - room) / 2);
    // Without the sign of a negative zero.
    return Math.min(most, Math.max(-most, value)) || 0;
  };
  return { scale, x: within(x, stage.width, picture.width), y: within(y, stage.height, picture.height) };
}
