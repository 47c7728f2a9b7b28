-- nvim-lspconfig before Neovim 0.11: registers the server as the plugin's own ones are.
local configs = require('lspconfig.configs')

if not configs.softlens then
  configs.softlens = {
    default_config = {
      cmd = { 'softlens-language-server', '--stdio' },
      filetypes = { 'python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'markdown' },
      root_dir = require('lspconfig.util').root_pattern('softlens.json', 'pyproject.toml', 'setup.py', 'package.json', '.git'),
      single_file_support = true,
    },
  }
end

require('lspconfig').softlens.setup({})
