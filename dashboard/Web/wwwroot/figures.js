// Copies a figure as an image: the very PNG that can be downloaded. Only a button's own press may write to the clipboard, so the picture is fetched within it.
(() => {
  const say = (button, what) => { button.parentElement.querySelector('[role=status]').textContent = button.dataset[what]; };

  document.addEventListener('click', async event => {
    const button = event.target.closest?.('[data-copy-image]');
    if (!button) return;
    try {
      const picture = fetch(button.dataset.copyImage).then(answer => answer.ok ? answer.blob() : Promise.reject(new Error(answer.status)));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      say(button, 'copied');
    } catch {
      say(button, 'failed');
    }
  });
})();
