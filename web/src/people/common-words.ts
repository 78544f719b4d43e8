/**
 * Words and passwords that attackers try first, the most frequent first. Short on purpose: it is for the meter beside the field;
 * the server's own policy decides.
 */
export const commonWords = `
password 123456 123456789 qwerty 12345678 111111 12345 abc123 welcome admin letmein monkey dragon iloveyou football baseball master login
princess sunshine shadow superman michael hello freedom whatever trustno passw0rd secret secura security summer winter spring autumn
january february march april june july august september october november december monday tuesday wednesday thursday friday saturday
sunday computer internet office company work test guest root user change changeme default access server network system
soccer hockey tennis basketball batman spiderman starwars pokemon naruto jordan harley ranger hunter buster thomas robert daniel
jessica jennifer michelle andrea nicole ashley amanda anthony joshua matthew andrew charlie george william david richard martin
peter maria anna laura sarah lisa julia sophie alexander christian sebastian florian stefan markus lucas paul max tim jan
love lover baby angel flower cookie chocolate banana orange apple cherry strawberry coffee cheese pepper ginger tigger tiger lion
eagle falcon phoenix wolf bear horse cat dog kitty puppy fish bird snake panther dolphin butterfly rabbit
blue green red black white silver gold yellow purple pink crystal diamond magic merlin wizard knight warrior killer ninja
money bank dollar business success power energy thunder lightning storm rain snow fire water earth ocean river mountain forest
london paris berlin madrid rome vienna amsterdam munich hamburg america england germany france spain italy austria australia canada
mercedes porsche ferrari bmw audi toyota honda yamaha corvette mustang camaro chelsea arsenal liverpool barcelona madrid juventus
google facebook apple amazon microsoft samsung windows linux android iphone nintendo playstation xbox minecraft fortnite
music guitar piano drums rock metal dance party family friend friends mother father sister brother daddy mommy
god jesus christ heaven angel devil hell faith hope peace happy smile lucky forever always never together
one two three four five six seven eight nine ten first second third new old big little good best great super cool hot
house home garden kitchen window door table chair school teacher student doctor nurse police army navy pilot captain
hello123 admin123 welcome1 password1 qwerty123 letmein1 pass1234 pa55word iloveyou1 abcd1234 1q2w3e4r zaq12wsx q1w2e3r4 asdf1234
this that the and you your with for from have correct horse battery staple please enter here open
phishing malware hacker firewall cyber incident report team employee
`
  .trim()
  .split(/\s+/)
  .filter((word, index, all) => word.length >= 3 && all.indexOf(word) === index);
