// Adds to the upload form what a form cannot do: dragging files and folders in, a bar for each file, cancelling. One batch is one request, files in
// order, so the server has either all that was chosen or nothing; the bars are cut out of the request's own progress.
(() => {
  let running = 0;

  const word = (form, key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), JSON.parse(form.dataset.words)[key]);

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  const say = (form, text) => { form.parentElement.querySelector('[data-upload-status]').textContent = text; };

  const readEntries = reader => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

  const filesOf = async entry => {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    const files = [];
    for (let part = await readEntries(reader); part.length > 0; part = await readEntries(reader))
      for (const child of part) files.push(...await filesOf(child));
    return files;
  };

  const dropped = async transfer => {
    const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry);
    if (entries.length === 0) return [...transfer.files];
    const files = [];
    for (const entry of entries) files.push(...await filesOf(entry));
    return files;
  };

  // What office programs and systems leave beside a file.
  const isLedger = file => !/^(\.|~\$)|\.(tmp|crdownload|part)$|^(desktop\.ini|thumbs\.db)$/i.test(file.name);

  class Batch {
    constructor(form, files) {
      this.form = form;
      this.items = files.filter(isLedger).map(file => ({ file, state: this.refusal(file) }));
      this.list = make('ul', { className: 'sending' });
      this.message = make('p', { className: 'sending-message' });
      this.actions = make('p', { className: 'sending-actions' });
      this.box = make('div', { className: 'batch' }, this.list, this.message, this.actions);
      for (const item of this.items) this.list.append(this.line(item));
      form.parentElement.querySelector('[data-upload-progress]').append(this.box);
    }

    refusal(file) {
      if (file.size === 0) return 'UploadEmpty';
      return file.size > Number(this.form.dataset.fileLimit) ? 'UploadTooLarge' : null;
    }

    line(item) {
      item.bar = make('progress', { max: Math.max(1, item.file.size), value: 0 });
      item.bar.setAttribute('aria-label', item.file.name);
      item.note = make('span', { className: 'sending-note' });
      item.stop = make('button', { type: 'button', className: 'link', onclick: () => this.drop(item) }, word(this.form, 'Cancel'));
      item.stop.setAttribute('aria-label', `${word(this.form, 'Cancel')} ${item.file.name}`);
      if (item.state) this.end(item, word(this.form, item.state));
      return make('li', {}, make('span', { className: 'sending-name' }, item.file.name), item.bar, item.stop, item.note);
    }

    end(item, text) {
      item.bar.hidden = item.stop.hidden = true;
      item.note.textContent = text;
    }

    get open() { return this.items.filter(item => !item.state); }

    act(...buttons) {
      this.actions.replaceChildren(...buttons.map(([key, act]) => make('button', { type: 'button', className: 'link', onclick: act }, word(this.form, key))));
    }

    tell(text) {
      this.message.textContent = text;
      say(this.form, text);
    }

    send() {
      const form = this.form;
      const sent = this.open;
      if (sent.length === 0) return this.act(['Remove', () => this.box.remove()]);
      if (sent.length > Number(form.dataset.filesLimit)) return this.stopAt('Refused_too_many_files');
      if (sent.reduce((sum, item) => sum + item.file.size, 0) > Number(form.dataset.uploadLimit)) return this.stopAt('Refused_upload_too_large');
      const data = new FormData();
      data.append('who', form.querySelector('[name=who]').value);
      for (const item of sent) data.append('files', item.file, item.file.name);
      const request = this.request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
      request.upload.onprogress = event => this.show(sent, event);
      request.onload = () => this.answered(request);
      request.onerror = () => this.broke();
      request.onloadend = () => running--;
      running++;
      this.tell(word(form, 'UploadSending', sent.length));
      this.act(['CancelAll', () => this.cancel()]);
      request.send(data);
    }

    show(sent, event) {
      const all = sent.reduce((sum, item) => sum + item.file.size, 0);
      let left = event.lengthComputable ? event.loaded / event.total * all : event.loaded;
      for (const item of sent) {
        item.bar.value = Math.min(item.file.size, Math.max(0, left));
        left -= item.file.size;
      }
    }

    // What is already under way cannot be taken out of a request: the others are sent anew without it.
    drop(item) {
      item.state = 'Cancelled';
      this.end(item, word(this.form, 'Cancelled'));
      this.request?.abort();
      if (this.open.length === 0) this.tell(word(this.form, 'Cancelled'));
      this.send();
    }

    cancel() {
      this.request?.abort();
      for (const item of this.open) {
        item.state = 'Cancelled';
        this.end(item, word(this.form, 'Cancelled'));
      }
      this.tell(word(this.form, 'Cancelled'));
      this.act(['Remove', () => this.box.remove()]);
    }

    stopAt(key) {
      this.tell(word(this.form, key));
      this.act(['Remove', () => this.box.remove()]);
    }

    broke() {
      this.tell(word(this.form, 'UploadCutOff'));
      this.act(['Retry', () => this.send()], ['Remove', () => this.box.remove()]);
    }

    answered(request) {
      let answer = null;
      try { answer = JSON.parse(request.responseText); } catch { return this.broke(); }
      const messages = answer.messages ?? [];
      if (!answer.location) {
        this.tell(messages.join(' '));
        return this.act(['Retry', () => this.send()], ['Remove', () => this.box.remove()]);
      }
      for (const item of this.open) this.end(item, word(this.form, 'UploadSent'));
      this.tell([word(this.form, 'UploadFilesSent'), ...messages].join(' '));
      const address = new URL(answer.location, document.baseURI);
      this.actions.replaceChildren(make('a', { href: address.href }, word(this.form, 'UploadOpen')));
      // Leaving would end another batch that is still on its way.
      if (running <= 1 && !this.items.some(item => item.state)) setTimeout(() => location.assign(address));
    }
  }

  const formOf = node => node instanceof Element ? node.closest('form[data-upload]') : null;

  const start = (form, files) => { if (files.length > 0) new Batch(form, files).send(); };

  document.addEventListener('change', event => {
    const form = formOf(event.target);
    if (!form || event.target.type !== 'file') return;
    start(form, [...event.target.files]);
    event.target.value = '';
  });

  for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) document.addEventListener(kind, event => {
    const zone = event.target instanceof Element ? event.target.closest('[data-drop]') : null;
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Missing the zone by a finger's breadth must not make the browser open the file instead of the page.
    event.preventDefault();
    document.querySelectorAll('[data-drop]').forEach(each => each.classList.toggle('over', each === zone && (kind === 'dragenter' || kind === 'dragover')));
    if (kind === 'drop' && zone) dropped(event.dataTransfer).then(files => start(formOf(zone), files));
  });

  addEventListener('beforeunload', event => { if (running > 0) event.preventDefault(); });
})();
