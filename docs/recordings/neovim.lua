-- Neovim as in the film of it: the language server, and nothing else of anybody's own.

vim.o.swapfile = false
vim.o.laststatus = 0
vim.o.ruler = false
vim.o.showcmd = false
vim.o.shortmess = "aoOstTIcF"
vim.o.completeopt = "menuone,noinsert"
vim.o.signcolumn = "yes"
vim.o.wrap = false
vim.o.updatetime = 100
vim.cmd("syntax off")
for _, group in ipairs({ "NormalFloat", "FloatBorder", "SignColumn", "Pmenu", "PmenuSbar", "EndOfBuffer" }) do
  vim.cmd("highlight " .. group .. " cterm=NONE ctermfg=NONE ctermbg=NONE") -- legible on light and on dark
end
vim.cmd("highlight PmenuSel cterm=reverse ctermfg=NONE ctermbg=NONE")
vim.cmd("highlight PmenuThumb cterm=reverse ctermfg=NONE ctermbg=NONE")
vim.lsp.handlers["textDocument/hover"] =
  vim.lsp.with(vim.lsp.handlers.hover, { border = "single", max_width = 84, max_height = 14 })
vim.diagnostic.config({
  update_in_insert = true,
  virtual_text = {
    format = function(found)
      return found.message:match("^[^\n]*")
    end,
  },
})

-- What Neovim does by itself from 0.11 on: offer what fits the text that would be replaced.
local function complete()
  local line, column = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]
  vim.lsp.buf_request(0, "textDocument/completion", vim.lsp.util.make_position_params(), function(_, result)
    local words, start = {}, column
    for _, item in ipairs(result and result.items or {}) do
      start = item.textEdit.range.start.character
      if vim.startswith(item.filterText or item.label, line:sub(start + 1, column)) then
        table.insert(words, { word = item.textEdit.newText, abbr = item.label, menu = item.detail })
      end
    end
    vim.fn.complete(start + 1, words)
  end)
end

local client
vim.api.nvim_create_autocmd("FileType", {
  pattern = "markdown",
  callback = function()
    client = client
      or vim.lsp.start_client({
        name = "vaultgoals",
        cmd = { "vaultgoals", "--today", "2026-11-20", "--no-cache", "lsp" },
        root_dir = vim.fn.getcwd(),
      })
    vim.lsp.buf_attach_client(0, client)
    vim.keymap.set("n", "K", vim.lsp.buf.hover, { buffer = true })
    vim.keymap.set("i", "<C-n>", complete, { buffer = true })
    vim.keymap.set("n", "ga", vim.lsp.buf.code_action, { buffer = true })
  end,
})
