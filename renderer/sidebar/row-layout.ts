import { type DropTarget, ListLayout } from 'react-aria-components';

/** Pixels, the same for all rows, so that none needs to be measured. */
export const ROW_HEIGHT = 30;

/** Rows of one height in a tree that is as high as all of them, and scrolled by what it lies in. */
export class RowLayout<Item> extends ListLayout<Item> {
  /** The point is given from the top of the tree; the layout would take it for one of what is in view. */
  override getDropTargetFromPoint(x: number, y: number, isValid: (target: DropTarget) => boolean): DropTarget | null {
    const { x: beyond = 0, y: above = 0 } = this.virtualizer?.visibleRect ?? {};
    return super.getDropTargetFromPoint(x - beyond, y - above, isValid);
  }
}
