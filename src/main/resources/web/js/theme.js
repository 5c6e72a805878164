document.documentElement.dataset.js='';
