import { closestCenter, DndContext, KeyboardSensor, PointerSensor, TouchSensor, useSensor, useSensors, type DragEndEvent, type UniqueIdentifier } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './sortable-list.module.css';

interface SortableListProps<Item extends { id: string }> {
  items: readonly Item[];
  /** What the list is, for screen readers. */
  label: string;
  /** What an item is called when it is moved. */
  nameOf(item: Item): string;
  onReorder(items: Item[]): void;
  /** `handle` is what the item is dragged by. */
  children(item: Item, handle: ReactNode, index: number): ReactNode;
  disabled?: boolean;
}

/** A list whose order is changed by pointer, touch or keyboard (Space, arrows, Space), said aloud on the way. */
export function SortableList<Item extends { id: string }>({ items, label, nameOf, onReorder, children, disabled = false }: SortableListProps<Item>) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: UniqueIdentifier) => items.findIndex((item) => item.id === id);
  const named = (id: UniqueIdentifier) => {
    const item = items[placeOf(id)];
    return item ? nameOf(item) : 'The item';
  };
  const place = (id: UniqueIdentifier) => `place ${placeOf(id) + 1} of ${items.length}`;

  const finish = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    onReorder(arrayMove([...items], placeOf(active.id), placeOf(over.id)));
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={finish}
      accessibility={{
        screenReaderInstructions: { draggable: 'Press Space to pick it up, the arrow keys to move it, Space to put it down, Escape to leave it where it was.' },
        announcements: {
          onDragStart: ({ active }) => `${named(active.id)} picked up, ${place(active.id)}.`,
          onDragOver: ({ active, over }) => (over ? `${named(active.id)} to ${place(over.id)}.` : undefined),
          onDragEnd: ({ active, over }) => (over ? `${named(active.id)} put down, ${place(over.id)}.` : `${named(active.id)} put down where it was.`),
          onDragCancel: ({ active }) => `${named(active.id)} left where it was, ${place(active.id)}.`,
        },
      }}
    >
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy} disabled={disabled}>
        <ol className={classes.list} aria-label={label}>
          {items.map((item, index) => (
            <SortableItem key={item.id} id={item.id} name={nameOf(item)} fixed={disabled || items.length < 2}>
              {(handle) => children(item, handle, index)}
            </SortableItem>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function SortableItem({ id, name, fixed, children }: { id: string; name: string; fixed: boolean; children: (handle: ReactNode) => ReactNode }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id });
  const handle = (
    <ActionIcon ref={setActivatorNodeRef} className={classes.handle} aria-label={`Move ${name}`} disabled={fixed} {...attributes} {...listeners}>
      <IconGripVertical size={18} />
    </ActionIcon>
  );
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? `${classes.item} ${classes.dragging}` : classes.item}
      // Only along the list: a row that follows the pointer sideways looks torn out.
      style={{ transform: CSS.Translate.toString(transform && { ...transform, x: 0 }), transition }}
    >
      {children(handle)}
    </li>
  );
}
