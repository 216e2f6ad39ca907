--TEST--
tasks/chat.php in a browser: what is typed into one window's page is shown by both, as text
--SKIPIF--
<?php if (!trim((string) shell_exec('command -v chromium'))) die('skip needs chromium'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/example.inc';
require __DIR__ . '/../inc/browser.inc';

$server = new Example('tasks/chat.php', 'http://(\S+)/');
$browser = new Browser;
$url = 'http' . substr($server->address, 3) . '/';
[$one, $two] = [$browser->open($url), $browser->open($url)];
const TYPES = "document.getElementById('text').value = %s; document.querySelector('button').click()";
const SEES = "new Promise(resolve => { const look = () => { const lines = [...document.querySelectorAll('#said li')];
    lines.length < %d ? setTimeout(look, 10) : resolve(lines.map(line => line.textContent).join(' | ')); }; look(); })";
$browser->run($one, sprintf(TYPES, json_encode('<b>hello</b> wörld')));
foreach ([$one, $two] as $page) echo $browser->run($page, sprintf(SEES, 1)), "\n";
$browser->run($two, sprintf(TYPES, json_encode('hello, too')));
foreach ([$one, $two] as $page) echo $browser->run($page, sprintf(SEES, 2)), "\n";
$late = $browser->open($url);
echo $browser->run($late, sprintf(SEES, 2)), "\n";
?>
--EXPECT--
<b>hello</b> wörld
<b>hello</b> wörld
<b>hello</b> wörld | hello, too
<b>hello</b> wörld | hello, too
<b>hello</b> wörld | hello, too
