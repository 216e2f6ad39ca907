--TEST--
bindto: what is no string is an error, code 0, and nothing is left behind
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
[$server, $name] = listen_on();
ob_start(fn ($text) => str_replace($name, 'NAME', $text));
foreach ([1, 1.5, true, [], ['127.0.0.1:0'], null] as $bindto) {
    $client = try_client($name, ['bindto' => $bindto], true);
}
?>
--EXPECT--
client NAME: false, 0, local_addr context option is not a string.
  warning: Unable to connect to NAME (local_addr context option is not a string.)
client NAME: false, 0, local_addr context option is not a string.
  warning: Unable to connect to NAME (local_addr context option is not a string.)
client NAME: false, 0, local_addr context option is not a string.
  warning: Unable to connect to NAME (local_addr context option is not a string.)
client NAME: false, 0, local_addr context option is not a string.
  warning: Unable to connect to NAME (local_addr context option is not a string.)
client NAME: false, 0, local_addr context option is not a string.
  warning: Unable to connect to NAME (local_addr context option is not a string.)
client NAME: false, 0, local_addr context option is not a string.
  warning: Unable to connect to NAME (local_addr context option is not a string.)
