-- Neovim 0.7 to 0.10, without plugins: `require` or paste it in init.lua.
local markers = { 'softlens.json', 'pyproject.toml', 'setup.py', 'package.json', '.git' }
local filetypes = { 'python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'markdown' }

local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  local first = folder
  while true do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
    end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      return first
    end
    folder = parent
  end
end

-- Neovim 0.7 starts a client for each root itself; later ones do it in vim.lsp.start.
local clients = {}

local function start(config, buffer)
  if vim.lsp.start then
    return vim.lsp.start(config, { bufnr = buffer })
  end
  local id = clients[config.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(config)
    clients[config.root_dir] = id
  end
  vim.lsp.buf_attach_client(buffer, id)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = filetypes,
  callback = function(event)
    if vim.api.nvim_buf_get_option(event.buf, 'buftype') ~= '' then
      return
    end
    local root = root_of(event.buf)
    start({
      name = 'softlens',
      cmd = { 'softlens-language-server', '--stdio' },
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    }, event.buf)
  end,
})
