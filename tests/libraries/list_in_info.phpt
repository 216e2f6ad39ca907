--TEST--
php --ri uvstream: which libraries of the list are loaded, and what is replaced in each; an empty list replaces nothing
--EXTENSIONS--
curl
--SKIPIF--
<?php
if (!str_contains(file_get_contents('/proc/self/maps'), '/libcurl.so')) die('skip libcurl is part of PHP');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

function told(string ...$options): string
{
    $info = shell_exec(implode(' ', array_map('escapeshellarg', [...php_with_options(), ...$options, '--ri', 'uvstream'])));
    preg_match('/^Libraries whose calls are replaced => (.*)/m', $info, $found);
    return preg_replace('/\bpoll, [^)]*/', 'poll, …', $found[1] ?? 'not told');
}

foreach (['libcurl', 'libnone , libcurl', 'libcurl,libnone', 'libnone', 'libcur', 'libcurls', 'curl.so', ''] as $list) {
    echo "[$list] ", told('-d', "uvstream.park_libraries=\"$list\""), "\n";
}
echo 'by default: ', told(), "\n";
echo 'off: ', told('-d', 'uvstream.enable=0'), "\n";
?>
--EXPECTREGEX--
\[libcurl\] libcurl \(poll, …\)
\[libnone , libcurl\] libcurl \(poll, …\)
\[libcurl,libnone\] libcurl \(poll, …\)
\[libnone\] none is loaded by itself
\[libcur\] none is loaded by itself
\[libcurls\] none is loaded by itself
\[curl.so\] none is loaded by itself
\[\] none is loaded by itself
by default: libcurl \(poll, …\).*
off: not told
