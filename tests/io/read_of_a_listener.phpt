--TEST--
reading a listener waits until somebody comes, or for its timeout
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$reads = ['fread' => fn ($s) => fread($s, 10), 'fgets' => fn ($s) => fgets($s),
    'get_contents' => fn ($s) => stream_get_contents($s), 'get_line' => fn ($s) => stream_get_line($s, 9, "\n")];
$path = temp_path('read-listener');
foreach (['tcp://127.0.0.1:0', "unix://$path"] as $address) {
    foreach ($reads as $name => $read) {
        [$server, $to] = listen_on($address);
        stream_set_timeout($server, 0, 3000);
        $show = fn () => json_encode([$read($server), stream_get_meta_data($server)['timed_out'],
            stream_get_meta_data($server)['eof'], feof($server)]);
        echo $name, ' ', $show();
        stream_set_timeout($server, 20);
        $client = stream_socket_client($to);
        echo ' ', $show(), "\n";
        fclose($server);
        @unlink($path);
    }
}
?>
--EXPECT--
fread [false,true,false,false] [false,false,true,true]
fgets [false,true,false,false] [false,false,true,true]
get_contents ["",true,false,false] ["",false,true,true]
get_line [false,true,false,false] [false,false,true,true]
fread [false,true,false,false] [false,false,true,true]
fgets [false,true,false,false] [false,false,true,true]
get_contents ["",true,false,false] ["",false,true,true]
get_line [false,true,false,false] [false,false,true,true]
