--TEST--
pipes of proc_open(): many processes at once, read as their output comes, and the blocking mode they keep
--FILE--
<?php
$processes = $open = $text = [];
for ($i = 0; $i < 8; ++$i) {
    $processes[$i] = proc_open("read line; echo out \$line; echo err \$line >&2; exec cat", [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
    [$in[$i], $open["out $i"], $open["err $i"]] = $pipes;
}
$waiting = $in;
while ($open) {
    $r = $open;
    $w = $waiting;
    $e = null;
    if (!stream_select($r, $w, $e, 30)) die("nothing comes\n");
    foreach ($w as $i => $pipe) {
        fwrite($pipe, "$i\n" . str_repeat("more of $i\n", 2000));
        fclose($pipe);
        unset($waiting[$i]);
    }
    foreach ($r as $name => $pipe) {
        if (!stream_get_meta_data($pipe)['blocked']) die("not blocking\n");
        $part = fread($pipe, 8192);
        if ($part === '' && feof($pipe)) {
            fclose($pipe);
            unset($open[$name]);
        } else {
            $text[$name] = ($text[$name] ?? '') . $part;
        }
    }
}
for ($i = 0; $i < 8; ++$i) {
    if ($text["out $i"] !== "out $i\n" . str_repeat("more of $i\n", 2000) || $text["err $i"] !== "err $i\n") echo "lost: $i\n";
    if (proc_close($processes[$i]) !== 0) echo "failed: $i\n";
}
echo "all\n";
?>
--EXPECT--
all
