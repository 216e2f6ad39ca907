--TEST--
life and death: eight tasks at once within SoapClient's constructor and its calls, and within the connect of PDO
--EXTENSIONS--
mysqlnd
pdo
pdo_mysql
soap
--INI--
soap.wsdl_cache_enabled=0
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
use function Uvstream\{all, delay, run, spawn};

/** Serves connections, each in a task, until the tasks are cancelled. */
function serve(callable $serve): string
{
    [$server, $address] = listen_on();
    spawn(function () use ($server, $serve) {
        while ($conn = stream_socket_accept($server, -1)) spawn($serve, $conn);
    });
    return substr($address, 6);
}

function http($conn, callable $answer): void
{
    while (($line = fgets($conn)) !== false) {
        for ($length = 0; ($header = rtrim(fgets($conn))) !== ''; ) {
            if (stripos($header, 'content-length:') === 0) $length = (int) substr($header, 15);
        }
        $body = $length > 0 ? stream_get_contents($conn, $length) : '';
        delay(random_int(0, 1) / 1000);
        $text = $answer($line, $body);
        fwrite($conn, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: " . strlen($text) . "\r\n\r\n$text");
        fclose($conn);
        return;
    }
}

function wsdl(string $address, int $n): string
{
    return <<<XML
        <definitions name="D" targetNamespace="urn:d$n" xmlns:t="urn:d$n" xmlns="http://schemas.xmlsoap.org/wsdl/"
            xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
          <types><xsd:schema targetNamespace="urn:d$n"><xsd:complexType name="Answer$n"><xsd:sequence>
            <xsd:element name="value" type="xsd:int"/></xsd:sequence></xsd:complexType></xsd:schema></types>
          <message name="sayRequest"><part name="n" type="xsd:int"/></message>
          <message name="sayResponse"><part name="return" type="t:Answer$n"/></message>
          <portType name="P"><operation name="say"><input message="t:sayRequest"/><output message="t:sayResponse"/></operation></portType>
          <binding name="B" type="t:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
            <operation name="say"><soap:operation soapAction="urn:say"/>
              <input><soap:body use="literal" namespace="urn:d$n"/></input>
              <output><soap:body use="literal" namespace="urn:d$n"/></output></operation></binding>
          <service name="S"><port name="P" binding="t:B"><soap:address location="http://$address/say"/></port></service>
        </definitions>
        XML;
}

class Answer
{
    public $value;
}

run(function () {
    $address = serve(function ($conn) use (&$address) {
        http($conn, function (string $line, string $body) use (&$address) {
            if (preg_match('~^GET /(\d+)~', $line, $m)) return wsdl($address, (int) $m[1]);
            if (preg_match('~^GET ~', $line)) return 'no WSDL';
            preg_match('~<n>(\d+)~', $body, $m);
            return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><r:sayResponse xmlns:r=\"urn:d$m[1]\">"
                . "<return><value>$m[1]</value></return></r:sayResponse></e:Body></e:Envelope>";
        });
    });
    $say = function (int $n) use ($address) {
        // Each has a class of its own for the answer; odd ones are told nothing of it.
        $map = $n % 2 === 0 ? ["Answer$n" => Answer::class] : [];
        $client = new SoapClient("http://$address/$n", ['classmap' => $map, 'cache_wsdl' => WSDL_CACHE_NONE]);
        $answers = [$client->say($n), $client->say($n)];
        return $n . ': ' . implode(' ', array_map(fn ($answer) => get_class($answer) . ' ' . var_export($answer->value, true), $answers));
    };
    $fails = function () use ($address) {
        try {
            return new SoapClient("http://$address/none", ['cache_wsdl' => WSDL_CACHE_NONE]);
        } catch (SoapFault $e) {
            return 'SoapFault ' . strtok($e->getMessage(), ':');
        }
    };
    $calls = array_map(fn ($n) => $n % 4 === 3 ? $fails : fn () => $say($n), range(0, 7));
    echo implode("\n", all($calls)), "\n";
    foreach (Uvstream\tasks() as $task) $task->cancel();
});

run(function () {
    $address = serve(function ($conn) {
        static $count = 0;
        delay(random_int(0, 1) / 1000);
        $text = "\xff\x10\x04Too many connections"; // instead of a greeting
        fwrite($conn, pack('V', strlen($text)) . $text);
    });
    $port = substr(strrchr($address, ':'), 1);
    echo implode("\n", array_unique(all(array_fill(0, 8, function () use ($port) {
        try {
            return new PDO("mysql:host=127.0.0.1;port=$port;dbname=x", 'user', 'word');
        } catch (PDOException $e) {
            return preg_replace('/^.*\] /', '', $e->getMessage());
        }
    })))), "\n";
    foreach (Uvstream\tasks() as $task) $task->cancel();
});
?>
--EXPECT--
0: Answer 0 Answer 0
1: stdClass 1 stdClass 1
2: Answer 2 Answer 2
SoapFault SOAP-ERROR
4: Answer 4 Answer 4
5: stdClass 5 stdClass 5
6: Answer 6 Answer 6
SoapFault SOAP-ERROR
Too many connections
