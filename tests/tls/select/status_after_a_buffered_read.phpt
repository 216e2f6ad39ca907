--TEST--
TLS: stream_socket_get_crypto_status(): NONE after a read that gave what was in the buffer, though it found no more
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
function show(string $what, $data): void { echo $what, ' ', json_encode($data), ' ', stream_socket_get_crypto_status($GLOBALS['ours']), "\n"; }
foreach ([true, false] as $blocking) {
    stream_set_blocking($ours, $blocking);
    stream_set_timeout($ours, 20);
    fwrite($theirs, 'ABCDE');
    wait_readable($ours);
    show('first', fread($ours, 1));
    show('rest', fread($ours, 10));
}
show('none', fread($ours, 10));
fwrite($theirs, 'ABCDE');
wait_readable($ours);
show('half a line', fgets($ours));
fwrite($theirs, 'ABCDE');
wait_readable($ours);
show('no line', stream_get_line($ours, 10, "\n"));
show('what it left', fread($ours, 10));
fwrite($theirs, 'ABCDE');
wait_readable($ours);
show('all', stream_get_contents($ours));
// OpenSSL holds the rest, and stream_select() brings it
[$theirs, $ours] = tls_pair();
stream_set_blocking($ours, false);
fwrite($theirs, 'ABCDE');
stream_set_chunk_size($ours, 2);
while (($piece = fread($ours, 10)) === '') usleep(1000);
show('a piece', $piece);
stream_set_chunk_size($ours, 8192);
wait_readable($ours);
show('by select', fread($ours, 10));
?>
--EXPECT--
first "A" 0
rest "BCDE" 0
first "A" 0
rest "BCDE" 0
none "" 1
half a line "ABCDE" 1
no line false 1
what it left "ABCDE" 0
all "ABCDE" 1
a piece "AB" 0
by select "CDE" 0
