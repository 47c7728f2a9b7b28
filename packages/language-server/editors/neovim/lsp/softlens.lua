-- Neovim 0.11 and newer. Put this file at lsp/softlens.lua beside your init.lua, and into init.lua:
--   vim.lsp.enable('softlens')
return {
  cmd = { 'softlens-language-server', '--stdio' },
  filetypes = { 'python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'markdown' },
  root_markers = { 'softlens.json', 'pyproject.toml', 'setup.py', 'package.json', '.git' },
}
