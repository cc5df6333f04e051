-- What a person does in Neovim, and what they see: run by test_lsp_neovim.py, which reads what is written here.

local told = {}
local function finish()
  local file = io.open(vim.env.TOLD, "w")
  file:write(vim.fn.json_encode(told))
  file:close()
  vim.cmd("qall!")
end

local function step(name, work)
  local ok, result = xpcall(work, debug.traceback)
  told[name] = ok and result or { error = tostring(result) }
end

-- Wait until something holds; the answer, or an error that says what was waited for.
local function wait_for(what, holds)
  local answer
  local came = vim.wait(20000, function()
    answer = holds()
    return answer ~= nil and answer ~= false
  end, 20)
  assert(came, "waited in vain for " .. what)
  return answer
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  for _, answer in pairs(answers or {}) do
    local refused = answer.err or answer.error
    if refused then
      return { refused = refused.message }
    end
    return answer.result
  end
end

local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, one.user_data and one.user_data.lsp.code or one.code)
  end
  table.sort(found)
  return found
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

vim.o.swapfile = false
vim.cmd("cd " .. vim.fn.fnameescape(vim.env.VAULT))
vim.cmd("edit Goals/Outbound\\ calls.md")
local id = vim.lsp.start_client({
  name = "vaultgoals",
  cmd = vim.fn.json_decode(vim.env.COMMAND),
  root_dir = vim.env.VAULT,
})
vim.lsp.buf_attach_client(0, id)

step("found", function()
  return wait_for("diagnostics", function()
    local found = codes()
    return #found > 0 and found
  end)
end)

step("mended", function()
  vim.api.nvim_win_set_cursor(0, { 4, 2 })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local action = ask("textDocument/codeAction", params)[1]
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  wait_for("no diagnostics", function()
    return #codes() == 0
  end)
  return { title = action.title, line = lines()[4] }
end)

step("hovered", function()
  vim.api.nvim_win_set_cursor(0, { 3, 14 })
  return ask("textDocument/hover", vim.lsp.util.make_position_params()).contents.value
end)

step("completed", function()
  vim.api.nvim_buf_set_lines(0, 2, 3, false, { "outcome: [[Tri" })
  vim.api.nvim_win_set_cursor(0, { 3, 13 })
  local params = vim.lsp.util.make_position_params()
  params.position.character = 14
  local item = ask("textDocument/completion", params).items[1]
  vim.lsp.util.apply_text_edits({ item.textEdit }, 0, "utf-16")
  return { label = item.label, line = lines()[3] }
end)

step("refused", function()
  vim.api.nvim_win_set_cursor(0, { 3, 14 })
  local params = vim.lsp.util.make_position_params()
  params.newName = "what?"
  return ask("textDocument/rename", params).refused
end)

step("renamed", function()
  vim.cmd("write")
  vim.api.nvim_win_set_cursor(0, { 3, 14 })
  local params = vim.lsp.util.make_position_params()
  params.newName = "Trials won 😀"
  local edit = ask("textDocument/rename", params)
  vim.lsp.util.apply_workspace_edit(edit, "utf-16")
  vim.cmd("wall")
  return lines()[3]
end)

step("still", function()
  return wait_for("the goal under its new name", function()
    vim.api.nvim_win_set_cursor(0, { 3, 14 })
    local hover = ask("textDocument/hover", vim.lsp.util.make_position_params())
    return hover and hover.contents.value:match("^[^\n]*")
  end)
end)

finish()
