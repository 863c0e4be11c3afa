import { decodeFile } from './decode-file';
import { byId } from './make-element';
import type { Form } from './read-source';

/** Longer pages are classified but not put into the field, which would take longer than all the rest. */
const MAX_FIELD_CHARS = 300_000;
const TYPING_PAUSE_MILLIS = 250;

/** Paste, typing, a chosen or dropped file, the example: each gives `take` a page, and the example does so at once. */
export function takeInput(example: string, take: (source: string, form: Form) => void): void {
  const field = byId<HTMLTextAreaElement>('source');
  const form = byId<HTMLSelectElement>('form');
  const file = byId<HTMLInputElement>('file');
  const emptyHint = field.placeholder;
  let source = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function use(page: string, name: string): void {
    clearTimeout(timer);
    source = page;
    const fits = page.length <= MAX_FIELD_CHARS;
    field.value = fits ? page : '';
    field.scrollTop = 0;
    field.placeholder = fits ? emptyHint : `${name}, ${page.length.toLocaleString('en')} characters: too long to be shown here`;
    take(source, form.value as Form);
  }

  async function open(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    form.value = /\.(?:txt|md)$/i.test(chosen.name) ? 'text' : 'auto';
    use(decodeFile(new Uint8Array(await chosen.arrayBuffer())), chosen.name);
  }

  field.addEventListener('paste', (event) => {
    const pasted = event.clipboardData!;
    if (pasted.files.length && !pasted.types.includes('text/plain')) {
      event.preventDefault();
      void open(pasted.files[0]);
      return;
    }
    // A paste over the example replaces it; elsewhere it goes where the caret is.
    if (source !== example && field.value) return;
    event.preventDefault();
    form.value = 'auto';
    use(pasted.getData('text/plain'), 'Pasted page');
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      source = field.value;
      field.placeholder = emptyHint;
      take(source, form.value as Form);
    }, TYPING_PAUSE_MILLIS);
  });
  form.addEventListener('change', () => take(source, form.value as Form));
  byId('example').addEventListener('click', () => {
    form.value = 'auto';
    use(example, 'Example page');
  });
  byId('choose').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    void open(file.files?.[0]);
    file.value = '';
  });

  addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) document.body.classList.remove('dropping');
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    const dropped = event.dataTransfer;
    if (dropped?.files.length) void open(dropped.files[0]);
    else if (dropped?.getData('text/plain')) use(dropped.getData('text/plain'), 'Dropped text');
  });

  use(example, 'Example page');
}
