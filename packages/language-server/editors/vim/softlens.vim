" Vim with the plugin vim-lsp: source this from your vimrc.
if executable('softlens-language-server')
  augroup softlens
    autocmd!
    autocmd User lsp_setup call lsp#register_server({
        \ 'name': 'softlens',
        \ 'cmd': {server_info -> ['softlens-language-server', '--stdio']},
        \ 'allowlist': ['python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'markdown'],
        \ })
  augroup END
endif
