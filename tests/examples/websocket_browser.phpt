--TEST--
websocket/echo.php in a browser: what is typed into the page comes back, as text; when the server stops the page says so
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!trim((string) shell_exec('command -v chromium'))) die('skip needs chromium'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/browser.inc';

$server = new Example('websocket/echo.php', 'http://(\S+)/', 'tcp://127.0.0.1:0');
$browser = new Browser;
$page = $browser->open('http' . substr($server->address, 3) . '/');
const OPENS = "new Promise(resolve => socket.readyState === 1 ? resolve('open') : socket.addEventListener('open', () => resolve('open')))";
const TYPES = "text.value = %s; document.querySelector('button').click()";
const SEES = "new Promise(resolve => { const look = () => { const lines = [...document.querySelectorAll('li')];
    lines.length < %d ? setTimeout(look, 10) : resolve(lines.map(line => line.textContent).join(' | ')); }; look(); })";
echo $browser->run($page, OPENS), "\n";
$browser->run($page, sprintf(TYPES, json_encode('<b>hello</b> wörld')));
echo $browser->run($page, sprintf(SEES, 1)), "\n";
$browser->run($page, sprintf(TYPES, "'long '.repeat(10000)"));
var_dump($browser->run($page, sprintf(SEES, 2)) === '<b>hello</b> wörld | ' . str_repeat('long ', 10000));
$server->signal(SIGTERM);
echo strrchr($browser->run($page, sprintf(SEES, 3)), '|'), "\n";
var_dump($server->ended(), $server->lines);
?>
--EXPECT--
open
<b>hello</b> wörld
bool(true)
| closed, 1001
int(0)
array(0) {
}
