/** A cell that a spreadsheet will show and not run: text that begins like a formula gets an apostrophe before it. */
export function guarded(cell: string | number): string | number {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
