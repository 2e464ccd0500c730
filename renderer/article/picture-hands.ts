import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { FITTED, type Point, panBy, type Stage, type Zoom, zoomBy } from './zoom';

const STEP = 1.5;
const DOUBLE_CLICK = 2.5;
/** Of a wheel's pixels: a notch of 100 is about a fifth more. */
const WHEEL = 0.002;
const PAN_BY_KEY = 80;
/** So far a finger goes over a picture that fits to turn to another. */
const SWIPE = 60;

interface Options {
  stage: RefObject<HTMLDivElement | null>;
  picture: RefObject<HTMLImageElement | null>;
  /** A finger went over the picture: towards the right (1) or the left (-1). */
  onSwipe: (towards: 1 | -1) => void;
}

/** What wheel, fingers, mouse and keys do to the picture that is shown. */
export function usePictureHands({ stage, picture, onSwipe }: Options) {
  const [zoom, setZoom] = useState<Zoom>(FITTED);
  const [isDragged, setDragged] = useState(false);
  const fingers = useRef(new Map<number, Point>());
  const swiped = useRef(0);

  const sizes = useCallback((): Stage => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = stage.current ?? {};
    // Layout, which no transform changes.
    const { offsetWidth = 0, offsetHeight = 0 } = picture.current ?? {};
    return { stage: { width, height }, picture: { width: offsetWidth, height: offsetHeight } };
  }, [stage, picture]);
  const fromMiddle = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const { left = 0, top = 0, width = 0, height = 0 } = stage.current?.getBoundingClientRect() ?? {};
      return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
    },
    [stage],
  );

  // React's own listener for the wheel cannot keep it from what is behind.
  useEffect(() => {
    const { current } = stage;
    const turned = (event: WheelEvent): void => {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * WHEEL * (event.ctrlKey ? 4 : 1));
      setZoom((now) => zoomBy(now, factor, fromMiddle(event), sizes()));
    };
    current?.addEventListener('wheel', turned, { passive: false });
    return () => current?.removeEventListener('wheel', turned);
  }, [stage, fromMiddle, sizes]);

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, fromMiddle(event));
    swiped.current = 0;
    setDragged(true);
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = fromMiddle(event);
    const [other] = [...fingers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    fingers.current.set(event.pointerId, now);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      setZoom((zoomed) => zoomBy(zoomed, factor, middle, sizes()));
    } else {
      swiped.current += now.x - before.x;
      setZoom((zoomed) => panBy(zoomed, { x: now.x - before.x, y: now.y - before.y }, sizes()));
    }
  };
  const up = (event: PointerEvent): void => {
    if (!fingers.current.delete(event.pointerId) || fingers.current.size > 0) return;
    setDragged(false);
    const isSwipe = event.pointerType === 'touch' && zoom.scale === 1 && Math.abs(swiped.current) > SWIPE;
    if (isSwipe) onSwipe(swiped.current > 0 ? 1 : -1);
  };

  return {
    zoom,
    isDragged,
    reset: () => setZoom(FITTED),
    zoomIn: () => setZoom((now) => zoomBy(now, STEP, { x: 0, y: 0 }, sizes())),
    zoomOut: () => setZoom((now) => zoomBy(now, 1 / STEP, { x: 0, y: 0 }, sizes())),
    /** In the direction in which the reader looks: the picture goes the other way. */
    look: (x: number, y: number) => setZoom((now) => panBy(now, { x: -x * PAN_BY_KEY, y: -y * PAN_BY_KEY }, sizes())),
    listeners: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: up,
      onDoubleClick: (event: { clientX: number; clientY: number }) =>
        setZoom((now) => (now.scale > 1 ? FITTED : zoomBy(now, DOUBLE_CLICK, fromMiddle(event), sizes()))),
    },
  };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
