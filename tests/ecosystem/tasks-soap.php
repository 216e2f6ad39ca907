<?php
// extension: soap
// needs: nginx
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/slow_web.php';

/** What the server offers. Each of its calls waits in the middle of SoapServer::handle(). */
final class Service
{
    public function add(int $a, int $b): int
    {
        usleep(PATIENCE);
        return $a + $b;
    }

    public function move(Point $point): Point
    {
        usleep($point->name === 'never' ? 300 * PATIENCE : intdiv(PATIENCE, 2) + $point->x % 10 * 10_000);
        return new Point($point->x + 1, $point->name);
    }

    public function refuse(string $why): never
    {
        usleep(intdiv(PATIENCE, 2));
        throw new SoapFault('Client', "refused: $why");
    }
}

final class Point
{
    public function __construct(public int $x = 0, public string $name = '')
    {
    }
}

function description(string $location): string
{
    $message = fn (string $name, string $parts) => "<message name='$name'>$parts</message><message name='{$name}Response'>"
        . "<part name='result' type='" . ['add' => 'xsd:int', 'move' => 'tns:point', 'refuse' => 'xsd:int'][$name] . "'/></message>";
    $operation = fn (string $name) => "<operation name='$name'><input message='tns:$name'/><output message='tns:{$name}Response'/></operation>";
    $body = '<soap:body use="encoded" namespace="urn:test" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>';
    $bound = fn (string $name) => "<operation name='$name'><soap:operation soapAction='$name'/><input>$body</input><output>$body</output></operation>";
    $each = fn (callable $of) => implode('', array_map($of, ['add', 'move', 'refuse']));
    return <<<XML
        <definitions name="test" targetNamespace="urn:test" xmlns:tns="urn:test" xmlns="http://schemas.xmlsoap.org/wsdl/"
            xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
          <types><xsd:schema targetNamespace="urn:test"><xsd:complexType name="point"><xsd:all>
            <xsd:element name="x" type="xsd:int"/><xsd:element name="name" type="xsd:string"/></xsd:all></xsd:complexType></xsd:schema></types>
          {$message('add', '<part name="a" type="xsd:int"/><part name="b" type="xsd:int"/>')}
          {$message('move', '<part name="point" type="tns:point"/>')} {$message('refuse', '<part name="why" type="xsd:string"/>')}
          <portType name="port">{$each($operation)}</portType>
          <binding name="binding" type="tns:port"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
            {$each($bound)}</binding>
          <service name="test"><port name="port" binding="tns:binding"><soap:address location="$location"/></port></service>
        </definitions>
        XML;
}

/** A server whose calls are handled in tasks, with a description of itself, behind nginx. @return array{string, string} */
function soap_server(): array
{
    file_put_contents(temp_path('wsdl'), description('http://127.0.0.1/'));
    $address = serving(fn ($connection) => serve_http($connection, function (string $line, string $body) {
        if (str_starts_with($line, 'GET')) {
            usleep(intdiv(PATIENCE, 2));
            return file_get_contents(temp_path('wsdl'));
        }
        $server = new SoapServer(temp_path('wsdl'), ['classmap' => ['point' => Point::class], 'cache_wsdl' => WSDL_CACHE_NONE]);
        $server->setClass(Service::class);
        ob_start();
        @$server->handle($body); // (it sets headers, of which the command line's PHP thinks little)
        return ob_get_clean();
    }));
    return array_map(fn ($at) => "$at/", web("location / { proxy_pass http://$address; }"));
}

/** Which settings a client has depends on its number, as does how it gets there. @param array{string, string} $at */
function soap_client(array $at, int $i): SoapClient
{
    return new SoapClient($i % 3 === 0 ? "{$at[$i % 2]}?wsdl" : temp_path('wsdl'), [
        'location' => $at[$i % 2], 'cache_wsdl' => WSDL_CACHE_NONE,
        'stream_context' => stream_context_create(['ssl' => ['cafile' => authority()]]),
        'keep_alive' => $i % 5 > 0,
        'encoding' => $i % 2 === 0 ? 'ISO-8859-1' : 'UTF-8',
        'classmap' => $i % 4 === 0 ? ['point' => Point::class] : [],
    ]);
}

/** The text is longer than some buffer, and has letters outside of ASCII. */
function moves(SoapClient $client, int $i): bool
{
    $name = str_repeat($i % 2 === 0 ? "\xfc<&$i>" : "ü<&$i>", 30 * ($i % 50));
    $moved = $client->move(new Point($i, $name));
    return $moved == ($i % 4 === 0 ? new Point($i + 1, $name) : (object) ['x' => $i + 1, 'name' => $name]);
}

function is_right(SoapClient $client, int $i): bool
{
    return $client->add($i, 1000) === $i + 1000 && moves($client, $i)
        && outcome(fn () => $client->refuse("$i")) === "SoapFault: refused: $i";
}

scenario('three calls from each of 100 tasks, all of them of other settings', function () {
    $at = soap_server();
    return as_long_as_the_slowest('calls', 100, fn (int $i) => is_right(soap_client($at, $i), $i));
});

scenario('calls in the middle of which others fail, or are given up', function () {
    $at = soap_server();
    return as_long_as_the_slowest('calls', 60, function (int $i) use ($at) {
        $client = soap_client($at, $i);
        return match ($i % 3) {
            0 => is_right($client, $i),
            1 => is_given_up(0.05, fn () => $client->move(new Point($i, 'never'))),
            2 => str_starts_with(outcome(fn () => $client->nothing($i)), 'SoapFault: Function ("nothing")'),
        };
    });
});

scenario('what is left behind: errors are errors again', function () {
    $at = soap_server();
    at_once(20, fn (int $i) => is_right(soap_client($at, $i), $i));
    echo json_encode(told(fn () => file_get_contents('http://127.0.0.1:' . free_port()))), "\n";
    return true;
});
